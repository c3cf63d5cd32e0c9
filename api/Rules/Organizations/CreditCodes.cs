namespace SocietyParty.Rules.Organizations;

/// <summary>Unified social credit codes (GB 32100-2015): some that are legal fail the check, so they are taken and told of.</summary>
public static class CreditCodes
{
    /// <summary>
    /// The one form in which a code is kept: plain capitals and digits, without the blanks that people put between groups.
    /// </summary>
    public static string? PlainOrNull(string? code) => code is null ? null : Plain(code);

    /// <inheritdoc cref="PlainOrNull"/>
    public static string Plain(string code) => PlainText.Word(code);

    /// <summary>Null where the check character is right.</summary>
    public static Breach? Check(string code, bool passes) =>
        passes ? null : new("CREDIT_CODE_ACCEPTED", [("code", code)], "GB 32100-2015", Severity.Warning, "creditCode");
}
