using System.Collections.Immutable;
using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Engine;
using KaigoDsl.Runtime;
using KaigoDsl.Synthesis.Nation;
using ColumnType = KaigoDsl.Compiler.Lowering.ColumnType;

namespace KaigoDsl.Synthesis.Solving;

/// <summary>The nation's table while it is being made.</summary>
internal sealed class NationDraft
{
    private readonly Array[] _cells;
    private readonly bool[] _decided;
    private readonly ColumnPlan[][] _kin;

    public NationDraft(FrameworkPlan plan, ImmutableArray<Municipality> municipalities, ulong seed)
    {
        Plan = plan;
        Municipalities = municipalities;
        Seed = seed;
        _cells = new Array[plan.Columns.Count];
        _decided = new bool[plan.Columns.Count];
        _kin = [.. plan.Columns.Select(c => TypicalInputs.Kin(plan, c).ToArray())];
        for (var column = 0; column < _cells.Length; column++)
        {
            _cells[column] = plan.Columns[column].Type switch
            {
                ColumnType.Answer => new Answer[Count],
                ColumnType.Truth => new Truth[Count],
                ColumnType.Text or ColumnType.Enumeration => new string?[Count],
                _ => new Rational[Count],
            };
        }
    }

    public FrameworkPlan Plan { get; }

    public ImmutableArray<Municipality> Municipalities { get; }

    public ulong Seed { get; }

    public int Count => Municipalities.Length;

    public Answer[] Answers(int column) => (Answer[])_cells[column];

    public Truth[] Truths(int column) => (Truth[])_cells[column];

    public string?[] Texts(int column) => (string?[])_cells[column];

    /// <summary>In base units.</summary>
    public Rational[] Quantities(int column) => (Rational[])_cells[column];

    /// <summary>Whether a column has its final values, so that nothing may vary it any more.</summary>
    public bool IsDecided(int column) => _decided[column];

    /// <summary>A decided column that differs from this one only in the year, if there is one.</summary>
    public ColumnPlan? DecidedKin(int column) => Array.Find(_kin[column], c => _decided[c.Index]);

    public void Decide(int column) => _decided[column] = true;

    public RandomSource Random(string purpose) => RandomSource.For(Seed, purpose);

    public EntityTable ToTable()
    {
        var columns = ImmutableArray.CreateBuilder<TableColumn>(_cells.Length);
        for (var column = 0; column < _cells.Length; column++)
        {
            // By the declared type, not by the array's: to the runtime an array of one byte enum is an array of any other.
            columns.Add(Plan.Columns[column].Type switch
            {
                ColumnType.Answer => AnswerColumn.FromValues(Answers(column)),
                ColumnType.Truth => TruthColumn.FromValues(Truths(column)),
                ColumnType.Text or ColumnType.Enumeration => TextColumn.FromValues(Texts(column)),
                _ => QuantityColumn.FromValues(Quantities(column)),
            });
        }

        return new EntityTable(PlanSchema.ToTableSchema(Plan), Count, columns.MoveToImmutable());
    }
}
