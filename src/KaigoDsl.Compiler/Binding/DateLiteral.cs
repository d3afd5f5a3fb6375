using System.Globalization;
using KaigoDsl.Compiler.Text;

namespace KaigoDsl.Compiler.Binding;

/// <summary>Dates written as texts: 「2024-04-01」, held as the number yyyymmdd.</summary>
internal static class DateLiteral
{
    public static bool TryParse(string text, out ExactNumber number)
    {
        var ok = DateTime.TryParseExact(
            text, ["yyyy-MM-dd", "yyyy/M/d", "yyyy-M-d", "yyyy/MM/dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date);
        number = ok ? (date.Year * 10000) + (date.Month * 100) + date.Day : ExactNumber.Zero;
        return ok;
    }
}
