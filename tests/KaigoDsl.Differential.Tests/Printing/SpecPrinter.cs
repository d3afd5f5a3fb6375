using System.Text;
using KaigoDsl.Differential.Tests.Generation;
using KaigoDsl.Differential.Tests.Model;

namespace KaigoDsl.Differential.Tests.Printing;

/// <summary>
/// Prints a spec as <c>.kaigo</c> text: one of the two spellings or both mixed, parts of headers in any order, with comments and
/// full-width characters now and then.
/// </summary>
internal sealed class SpecPrinter
{
    private readonly SpecIndex _index;
    private readonly Style _style;
    private readonly ExpressionPrinter _expressions;
    private readonly StringBuilder _text = new();

    private SpecPrinter(SpecIndex index)
    {
        _index = index;
        _style = new Style(index.Spec.PrintSeed);
        _expressions = new ExpressionPrinter(index, _style);
    }

    public static string Print(SpecIndex index) => new SpecPrinter(index).Print();

    private string Print()
    {
        var spec = _index.Spec;
        var blocks = new List<Action>
        {
            PrintEntity,
            PrintFramework,
        };
        blocks.AddRange(spec.SharedGroups.Select<Node, Action>(g => () => PrintNode(g, g, 0)));
        blocks.AddRange(spec.Constants.Select<Constant, Action>(c => () =>
            Line(0, _style.Word("定数", "constant") + " " + c.Label + " = " + _expressions.Print(c.Value, null) + Note())));
        foreach (var block in _style.Shuffle(blocks))
        {
            block();
        }

        PrintIfUsed(SpecGenerator.Enumeration, _style.Word("種別", "enumeration") + $" {SpecGenerator.Enumeration} {{ {string.Join(" ", SpecGenerator.Members)} }}");
        PrintIfUsed(Units.Declared, _style.Word("単位", "unit") + " " + Units.Declared);
        if (spec.Columns.Any(c => c.Sort == ColumnSort.Reference) && spec.Entity != Prefecture && !spec.HasOwner)
        {
            Line(0, _style.Word("対象", "entity") + $" {Prefecture} {{ " + _style.Word("鍵", "key") + " 都道府県名 }");
        }

        return _text.ToString();
    }

    private const string Prefecture = "都道府県";

    private void PrintIfUsed(string word, string declaration)
    {
        if (_text.ToString().Contains(word, StringComparison.Ordinal))
        {
            Line(0, declaration);
        }
    }

    private void PrintEntity()
    {
        Line(0, _style.Word("対象", "entity") + " " + _index.Spec.Entity + Title("対象") + " {");
        Line(1, _style.Word("鍵", "key") + " " + DataTable.Key);
        if (_index.Spec.HasName)
        {
            Line(1, _style.Word("名称", "name") + " " + DataTable.Name);
        }

        foreach (var attribute in _index.Spec.Attributes)
        {
            Line(1, ColumnText(attribute));
        }

        Line(0, "}");
    }

    private string ColumnText(Column column) => column.Label + _style.Colon + " " + column.Sort switch
    {
        ColumnSort.Truth => _style.Word("真偽", "boolean"),
        ColumnSort.Text => _style.Word("文字列", "text"),
        ColumnSort.Year => _style.Word("年度", "fiscal_year"),
        ColumnSort.Date => _style.Word("日付", "date"),
        ColumnSort.Enumeration => SpecGenerator.Enumeration,
        ColumnSort.Reference => _style.Word("対象", "entity") + " " + Prefecture,
        _ => _style.Unit(column.Unit),
    } + Title(column.Label) + Note();

    private void PrintFramework()
    {
        var framework = _index.Spec.Framework;
        var year = _style.Pick("令和7年度", "FY2025", "2025年度", "R7");
        Line(0, _style.Word("評価体系", "framework") + " " + year + " " + _index.Spec.Entity + HeaderParts(framework, framework) + " {");
        PrintBody(framework, 1);
        Line(0, "}");
    }

    private void PrintNode(Node node, Node scope, int depth)
    {
        var header = _style.Word(Keyword(node.Level).Japanese, Keyword(node.Level).English) + " " + node.Label + HeaderParts(node, scope);
        if (node.Scoring == Scoring.Reference)
        {
            Line(depth, header + " = " + node.Group);
        }
        else if (node.IsItem || node.Scoring is Scoring.Input or Scoring.Unconfirmed)
        {
            Line(depth, header);
        }
        else
        {
            Line(depth, header + " " + _style.OpenBrace);
            PrintBody(node, depth + 1);
            Line(depth, _style.CloseBrace);
        }
    }

    private void PrintBody(Node node, int depth)
    {
        var members = new List<Action>();
        members.AddRange(node.Inputs.Select<Column, Action>(i => () => Line(depth, _style.Word("入力", "input") + " " + ColumnText(i))));
        if (node.Ranking is { } ranking)
        {
            members.Add(() => Line(depth, RankingText(node, ranking)));
        }

        if (node.Level == Level.Framework)
        {
            members.AddRange(_index.Spec.Totals.Select<Node, Action>(t => () => Line(
                depth,
                _style.Word("集計", "total") + " " + t.Label + HeaderParts(t, t) + " = " + string.Join(" + ", t.Terms.Select(id => _index.Path(_index[id]))))));
        }

        // Inputs and rankings hold for the whole node, wherever among its children they are written.
        var queue = new Queue<Node>(node.Children);
        members.AddRange(node.Children.Select<Node, Action>(_ => () => PrintNode(queue.Dequeue(), node, depth)));
        foreach (var member in _style.Shuffle(members))
        {
            member();
        }
    }

    private string RankingText(Node node, RankingRule rule)
    {
        var options = new List<string> { rule.IsHighestFirst ? _style.Word("高い順", "highest_first") : _style.Word("低い順", "lowest_first") };
        if (rule.Population is { } population)
        {
            options.Add(_style.Word("母集団", "population") + " " + _expressions.Print(population, node));
        }

        if (!rule.TiesIncluded || rule.StatesDefaults)
        {
            options.Add(_style.Word("同点", "ties") + " " + (rule.TiesIncluded ? _style.Word("含める", "include") : _style.Word("含めない", "exclude")));
        }

        if (rule.Rounding != CountRule.Down || rule.StatesDefaults)
        {
            options.Add(_style.Word("端数", "rounding") + " " + rule.Rounding switch
            {
                CountRule.Down => _style.Word("切り捨て", "round_down"),
                CountRule.Up => _style.Word("切り上げ", "round_up"),
                _ => _style.Word("四捨五入", "round_nearest"),
            });
        }

        return _style.Word("順位", "ranking") + " " + _expressions.Print(rule.Measure, node) + _style.Comma
            + string.Join(_style.Comma, _style.Shuffle(options));
    }

    private string HeaderParts(Node node, Node scope)
    {
        var parts = new List<string>();
        if (Title(node.Label) is { Length: > 0 } title)
        {
            parts.Add(title.Trim());
        }

        if (node.StatesPoints && _index.FullMark(node) is { } mark)
        {
            parts.Add(_style.Digits(mark) + _style.Unit("点"));
        }

        if (node.Cap is { } cap)
        {
            parts.Add(_style.Word("最大", "maximum") + " " + _style.Digits(cap) + _style.Unit("点"));
        }

        if (node.Scoring is Scoring.Best or Scoring.Input or Scoring.Unconfirmed)
        {
            parts.Add(node.Scoring switch
            {
                Scoring.Best => _style.Word("高い方", "better_of"),
                Scoring.Input => _style.Word("得点入力", "points_input"),
                _ => _style.Word("配点未確認", "points_unconfirmed"),
            });
        }

        if (node.Tier is { } tier)
        {
            parts.Add((tier.IsTop ? _style.Word("上位", "top ") : _style.Word("下位", "bottom ")) + tier.Share.Digits + _style.Unit(tier.Share.Unit));
        }

        if (node.Prerequisites.Length > 0)
        {
            parts.Add(_style.Word("前提", "requires") + " " + string.Join(_style.Comma, node.Prerequisites.Select(id => _index[id].Label)));
        }

        if (Note() is { Length: > 0 } note)
        {
            parts.Add(note.Trim());
        }

        parts = _style.Shuffle(parts);
        if (node.Condition is { } condition)
        {
            // Of an item's numbers the first is its points, and a text is a title: a condition that begins with one must come later or in brackets.
            var text = _expressions.Print(condition, scope);
            parts.Insert(_style.Between(parts.FindIndex(p => char.IsDigit(p[0])) + 1, parts.Count), text[0] is '"' or '「' ? "(" + text + ")" : text);
        }

        return string.Concat(parts.Select(p => " " + p));
    }

    private string Title(string of) => _style.Chance(25) ? " " + _style.Quote("題「" + of + "」") : string.Empty;

    private string Note() => _style.Chance(5) ? " " + _style.Word("仮定", "assumption") + " " + _style.Quote("公表資料に定めがない") : string.Empty;

    private void Line(int depth, string text)
    {
        if (_style.Chance(4))
        {
            _text.Append(' ', 2 * depth).Append("// ").Append(text.Replace('\n', ' ')).Append('\n');
        }

        _text.Append(' ', 2 * depth).Append(text).Append(_style.Chance(3) ? " /* 注 */" : string.Empty).Append(_style.LineEnd);
    }

    private static (string Japanese, string English) Keyword(Level level) => level switch
    {
        Level.Grant => ("交付金", "grant"),
        Level.Area => ("分野", "area"),
        Level.Goal => ("目標", "goal"),
        Level.Group => ("指標群", "group"),
        Level.Indicator => ("指標", "indicator"),
        Level.Series => ("系列", "series"),
        _ => ("項目", "item"),
    };
}
