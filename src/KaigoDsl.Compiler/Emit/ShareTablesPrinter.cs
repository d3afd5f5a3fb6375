using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Emit;

/// <summary>Prints the tables of shares (割合表) as exact constants.</summary>
internal static class ShareTablesPrinter
{
    private const string Type = "ShareTables";

    public static string Print(EquatableArray<ShareTablePlan> tables, string @namespace)
    {
        var writer = FilePrinter.Begin("割合表", @namespace);
        RuleDocumentation.Print(writer, "割合表：全体を誰がどれだけ分け持つか。", ["それぞれの表の割合は合わせて1になる。"]);
        writer.Line(FilePrinter.GeneratedCode);
        writer.Open($"public static class {Type}");
        var scope = new NameScope(Type);
        for (var i = 0; i < tables.Count; i++)
        {
            if (i > 0)
            {
                writer.Line();
            }

            Table(writer, tables[i], scope.Claim(tables[i].Identifier));
        }

        writer.Close();
        return writer.Finish();
    }

    private static void Table(IndentedWriter writer, ShareTablePlan table, string name)
    {
        RuleDocumentation.ShareTable(writer, table);
        writer.Open($"public static class {CSharpText.Identifier(name)}");
        var scope = new NameScope(name);
        for (var i = 0; i < table.Shares.Count; i++)
        {
            if (i > 0)
            {
                writer.Line();
            }

            var share = table.Shares[i];
            DocumentationPrinter.Summary(writer, $"{share.Label} {share.Value}");
            writer.Line($"public static global::KaigoDsl.Runtime.Rational {CSharpText.Identifier(scope.Claim(share.Identifier))} {{ get; }} = {LiteralPool.Create(share.Value)};");
        }

        writer.Close();
    }
}
