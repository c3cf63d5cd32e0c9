namespace SocietyParty.Etl.Import;

/// <summary>Forms of the rule set's own in a list, which a name ends with: 合成学会流动党支部 is of 合成学会.</summary>
internal static class RosterForm
{
    /// <param name="forms">The longest name first: of two that end alike, the list means that one.</param>
    public static IReadOnlyList<RosterEntry> In(IReadOnlyList<RosterEntry> entries, IReadOnlyList<OwnForm> forms) =>
        forms.Count == 0 ? entries : [.. entries.Select(entry => In(entry, forms))];

    private static RosterEntry In(RosterEntry entry, IReadOnlyList<OwnForm> forms)
    {
        var own = forms.FirstOrDefault(form => Ends(entry.Branch, form.Name));
        if (own is null || entry.FormGiven)
        {
            return entry;
        }

        var of = RosterWords.Without(own.Name, entry.Branch);
        var listed = own.Form == "JOINT_BRANCH" ? RosterWords.Societies(of) : [of];
        return entry with
        {
            Form = own.Form,
            FormStated = true,
            OwnForm = own,
            Societies = entry.SocietyStated ? entry.Societies : listed,
            SocietyStated = entry.SocietyStated || listed.Count > 1,
        };
    }

    // A name that is nothing else says no society.
    private static bool Ends(string branch, string form) => branch.Length > form.Length && branch.EndsWith(form, StringComparison.Ordinal);
}
