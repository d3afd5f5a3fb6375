namespace KaigoDsl.Runtime;

/// <summary>Collects the cells of one column row by row and builds the column its declaration asks for.</summary>
public sealed class ColumnBuilder
{
    private readonly List<Answer> _answers = [];
    private readonly List<Truth> _truths = [];
    private readonly List<Rational> _quantities = [];
    private readonly List<string?> _texts = [];
    private readonly ColumnType _type;

    /// <summary>Creates an empty builder for cells of a type.</summary>
    public ColumnBuilder(ColumnType type) => _type = type;

    /// <summary>Adds the next row's cell, as <see cref="CellParser"/> read it.</summary>
    public void Add(in CellValue cell)
    {
        switch (_type)
        {
            case ColumnType.Answer:
                _answers.Add(cell.Answer);
                break;
            case ColumnType.Truth:
                _truths.Add(cell.Truth);
                break;
            case ColumnType.Text or ColumnType.Enumeration:
                _texts.Add(cell.Text);
                break;
            default:
                _quantities.Add(cell.Quantity);
                break;
        }
    }

    /// <summary>The column of all rows added so far.</summary>
    public TableColumn ToColumn() => _type switch
    {
        ColumnType.Answer => AnswerColumn.FromValues([.. _answers]),
        ColumnType.Truth => TruthColumn.FromValues([.. _truths]),
        ColumnType.Text or ColumnType.Enumeration => TextColumn.FromValues([.. _texts]),
        _ => QuantityColumn.FromValues([.. _quantities]),
    };
}
