namespace KaigoDsl.Runtime;

/// <summary>Books the entries of a certificate again and checks what is left at the end.</summary>
internal sealed class LedgerReplay(FaultList faults)
{
    private readonly SortedDictionary<string, ExactFraction> _accounts = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, ExactFraction> _held = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _rounds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (ExactFraction Unallocated, ExactFraction Rounding)> _left = new(StringComparer.Ordinal);
    private ExactFraction _funded;
    private ExactFraction _units;

    /// <summary>Checks everything and gives the name of the allocation.</summary>
    public string Run(System.Text.Json.JsonElement root)
    {
        var fields = new Fields(root, string.Empty);
        faults.Require(fields.Text("format") == "kaigo-closing-certificate", "certificate", "format");
        faults.Same(1, fields.Number("version"), "certificate", "version");
        foreach (var entry in fields.Rows("entries", "entry"))
        {
            Book(entry);
            entry.Finish(faults);
        }

        var budget = fields.Number("budget");
        var paid = CheckTable(fields, "payments", "payment", "key", _held, keepZeros: true);
        var residue = CheckTable(fields, "residues", "residue", "account", _accounts, keepZeros: false);
        faults.Same(_units, fields.Number("unitSum"), "certificate", "unitSum");
        faults.Same(_funded, budget, "certificate", "budget");
        faults.Same(paid, fields.Number("paid"), "certificate", "paid");
        faults.Same(residue, fields.Number("residue"), "certificate", "residue");
        faults.Same(budget, paid + residue, "certificate", "closing");
        var name = fields.Text("name");
        fields.OptionalText("digest");
        fields.Finish(faults);
        return name;
    }

    private void Book(Fields entry)
    {
        switch (entry.Text("entry"))
        {
            case "fund":
                var amount = entry.Number("amount");
                faults.Require(amount.Sign >= 0, entry.Place, "negative");
                entry.OptionalText("source");
                _funded += amount;
                Add(entry.Text("account"), amount);
                break;
            case "transfer":
                Transfer(entry);
                break;
            case "adjust":
                Adjust(entry);
                break;
            case "pool":
                Divide(entry);
                break;
            case var other:
                throw new UnreadableCertificateException(entry.Place, other);
        }
    }

    private void Transfer(Fields entry)
    {
        var from = entry.Text("from");
        var (unallocated, rounding) = _left.GetValueOrDefault(from);
        var part = entry.Text("part");
        var moved = part switch
        {
            "whole" => Balance(from),
            "unallocated" => unallocated,
            "rounding" => rounding,
            _ => throw new UnreadableCertificateException(entry.Place, "part"),
        };
        _left[from] = part switch
        {
            "unallocated" => (0, rounding),
            "rounding" => (unallocated, 0),
            _ => (0, 0),
        };
        faults.Same(moved, entry.Number("amount"), entry.Place, "transfer");
        Add(from, -moved);
        Add(entry.Text("to"), moved);
    }

    private void Adjust(Fields entry)
    {
        var kind = entry.Text("kind");
        faults.Require(kind is "cap" or "set", entry.Place, "kind");
        entry.Text("title");
        var rounding = PaperRounding.Read(entry, "rounding", faults);
        var (limits, taken) = ((ExactFraction)0, (ExactFraction)0);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in entry.Rows("rows", "row"))
        {
            var key = row.Text("key");
            var (before, limit, after) = (row.Number("before"), row.OptionalNumber("limit"), row.Number("after"));
            faults.Require(seen.Add(key), row.Place, "twice");
            faults.Same(Held(key), before, row.Place, "before");
            faults.Require((limit ?? 0).Sign >= 0 && (kind == "cap" || limit is not null), row.Place, "limit");
            faults.Same(After(kind, before, limit, rounding), after, row.Place, "after");
            limits += limit ?? 0;
            taken += before - after;
            _held[key] = after;
            row.Finish(faults);
        }

        faults.Same(limits, entry.Number("limitSum"), entry.Place, "limitSum");
        faults.Same(taken, entry.Number("taken"), entry.Place, "taken");
        _units += rounding?.Unit ?? 0;
        Add(entry.Text("account"), taken);
    }

    private static ExactFraction After(string kind, ExactFraction before, ExactFraction? limit, PaperRounding? rounding)
    {
        var start = kind == "set" ? limit ?? before : before;
        var rounded = rounding?.Round(start) ?? start;
        return kind == "cap" && limit is { } cap ? ExactFraction.Min(rounded, rounding?.Below(cap) ?? cap) : rounded;
    }

    private void Divide(Fields entry)
    {
        var title = entry.Text("title");
        entry.OptionalText("class");
        var round = entry.OptionalNumber("round");
        if (round is not null)
        {
            _rounds[title] = _rounds.GetValueOrDefault(title) + 1;
            faults.Same(_rounds[title], round.Value, entry.Place, "round");
        }

        var account = entry.Text("account");
        var (recall, target) = (entry.Flag("recall", otherwise: false), entry.Text("to"));
        faults.Require(target is "accounts" or "rows" && !(recall && target == "accounts"), entry.Place, "to");
        var rows = entry.Rows("rows", "row").Select(r => PaperRow.Read(r, faults)).ToArray();
        faults.Require(rows.Select(r => r.Key).Distinct(StringComparer.Ordinal).Count() == rows.Length, entry.Place, "twice");
        if (recall)
        {
            foreach (var row in rows)
            {
                Add(account, Held(row.Key));
                _held[row.Key] = 0;
            }
        }

        var budget = Balance(account);
        faults.Same(budget, entry.Number("budget"), entry.Place, "budget");
        faults.Require(budget.Sign >= 0, entry.Place, "negative");
        var check = new PoolCheck(entry, budget, rows, faults);
        check.Run(entry);
        _units += check.UnitSum;
        _left[account] = (check.Unallocated, check.RoundingResidue);
        foreach (var row in rows)
        {
            var paid = row.Withheld ? 0 : row.Amount;
            Add(account, -paid);
            if (target == "accounts")
            {
                Add(row.Key, paid);
            }
            else
            {
                _held[row.Key] = Held(row.Key) + paid;
            }
        }
    }

    /// <summary>The table must say exactly what the books say, in the order of the names.</summary>
    private ExactFraction CheckTable(
        Fields fields, string table, string itemName, string nameField, SortedDictionary<string, ExactFraction> books, bool keepZeros)
    {
        ExactFraction total = 0;
        var expected = books.Where(b => keepZeros || b.Value.Sign != 0).ToArray();
        var count = 0;
        foreach (var row in fields.Rows(table, itemName))
        {
            var (name, amount) = (row.Text(nameField), row.Number("amount"));
            if (nameField == "account")
            {
                row.Text("destination");
            }

            if (count < expected.Length)
            {
                faults.Require(string.Equals(expected[count].Key, name, StringComparison.Ordinal), row.Place, nameField);
                faults.Same(expected[count].Value, amount, row.Place, "amount");
            }

            total += amount;
            count++;
            row.Finish(faults);
        }

        faults.Require(count == expected.Length, "certificate", table);
        return total;
    }

    private ExactFraction Balance(string account) => _accounts.GetValueOrDefault(account);

    private ExactFraction Held(string key) => _held.GetValueOrDefault(key);

    private void Add(string account, ExactFraction amount) => _accounts[account] = Balance(account) + amount;
}
