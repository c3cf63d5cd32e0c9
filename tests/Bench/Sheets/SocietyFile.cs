using System.Globalization;
using System.Text;

namespace SocietyParty.Bench.Sheets;

/// <summary>A filled-in sheet of societies as CSV, every row another one.</summary>
internal static class SocietyFile
{
    private const string Head = "社团名称,类型,层级,学科,统一社会信用代码,运行状态,成立日期";
    private const string Digits = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    public static void Write(string file, int rows)
    {
        using var text = new StreamWriter(file, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        text.WriteLine(Head);
        for (var number = 1; number <= rows; number++)
        {
            text.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"合成市第{number:000000}示范学会,学会,{(number % 10 == 0 ? "县级" : "市级")},{"理工农医"[number % 4]},{Code(number)},正常运行,"
                        + $"{new DateOnly(1980, 1, 1).AddDays(number % 9000):yyyy-MM-dd}"
                )
            );
        }
    }

    // Whose check character is right (GB 32100-2015); Y1 registers nothing that exists.
    private static string Code(int number)
    {
        var code = string.Create(CultureInfo.InvariantCulture, $"Y1330100{number:000000000}");
        int sum = 0,
            weight = 1;
        foreach (var digit in code)
        {
            sum += Digits.IndexOf(digit, StringComparison.Ordinal) * weight;
            weight = weight * 3 % 31;
        }

        return code + Digits[(31 - (sum % 31)) % 31];
    }
}
