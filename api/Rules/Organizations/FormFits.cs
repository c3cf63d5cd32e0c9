namespace SocietyParty.Rules.Organizations;

/// <summary>
/// A society has one organization of a form, so that none is entered twice. That is a rule of this software: 002 §3 lets a society's
/// offices and sub-societies have organizations of their own, led by the society's, so each of these bodies has one, and under a party
/// committee or general branch there may be several.
/// </summary>
public static class FormFits
{
    /// <summary>Null where the society may have another one.</summary>
    /// <param name="present">An organization of the form that the same body of the society has; null where it has none.</param>
    /// <param name="isLed">Whether the society has a party committee or general branch, and the new organization is neither.</param>
    public static Breach? Check(string society, string? present, bool isLed) =>
        present is null || isLed
            ? null
            : new("SOCIETY_HAS_BRANCH", [("society", society), ("present", present)], null, Path: ["societies"]);
}
