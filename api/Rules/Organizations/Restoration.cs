namespace SocietyParty.Rules.Organizations;

/// <summary>A society of a party organization that is to be restored.</summary>
/// <param name="Present">An organization of the same form and body that it has now; null: none.</param>
/// <param name="IsLed">As in <see cref="FormFits.Check"/>.</param>
public sealed record RestoredSociety(string Name, bool IsCancelled, string? Present, bool IsLed);

/// <summary>A dissolution that is to be taken back.</summary>
/// <param name="IsDissolved">Whether the organization is dissolved.</param>
/// <param name="IsKnownBefore">Whether it is known what it was before: a list may have named it as dissolved at first.</param>
/// <param name="CommitteeAbolishedOn">First day without its committee; null: that lasts.</param>
/// <param name="NameTaken">Another organization of the committee with its name; null: none.</param>
public sealed record RestorationFacts(
    string Branch,
    bool IsDissolved,
    bool IsKnownBefore,
    DateOnly? CommitteeAbolishedOn,
    string? NameTaken,
    IReadOnlyList<RestoredSociety> Societies
);

/// <summary>What ended with a party organization.</summary>
public enum EndedPart
{
    Appointment,
    BranchParent,
    ConsortiumBranch,
    PartyGroup,
    PartyGroupMember,
}

/// <summary>
/// A party organization that was dissolved in error is there again as if it had never ended, where it could be founded today: what others
/// entered meanwhile stays.
/// </summary>
public static class Restoration
{
    public static IEnumerable<Breach> Check(RestorationFacts facts)
    {
        if (!facts.IsDissolved)
        {
            yield return new("BRANCH_NOT_DISSOLVED", [("branch", facts.Branch)], null, Path: ["branch"]);
            yield break;
        }

        if (!facts.IsKnownBefore)
        {
            yield return new("BRANCH_UNKNOWN_BEFORE_END", [("branch", facts.Branch)], null, Path: ["branch"]);
        }

        if (CommitteeTree.Stands(facts.CommitteeAbolishedOn, "branch") is { } abolished)
        {
            yield return abolished;
        }

        if (NameFits.IsFree(NameBearer.Branch, facts.NameTaken, "branch") is { } taken)
        {
            yield return taken;
        }

        foreach (var society in facts.Societies)
        {
            if (BranchSocieties.Stands(society.Name, society.IsCancelled, "branch") is { } cancelled)
            {
                yield return cancelled;
            }

            if (FormFits.Check(society.Name, society.Present, society.IsLed) is { } present)
            {
                yield return present with
                {
                    Path = ["branch"],
                };
            }
        }
    }

    /// <summary>Null where it was kept what ended with the organization.</summary>
    public static Breach? PartsKnown(bool areKept) => areKept ? null : new("BRANCH_PARTS_NOT_KNOWN", [], null, Severity.Warning, "branch");

    /// <summary>Null where all that ended came back: somebody's later entry, or another rule, is in the way of the others.</summary>
    /// <param name="count">How many stay ended.</param>
    public static Breach? StayEnded(EndedPart part, int count) =>
        count == 0
            ? null
            : new(
                part switch
                {
                    EndedPart.Appointment => "BRANCH_PART_STAYS_ENDED.Appointment",
                    EndedPart.BranchParent => "BRANCH_PART_STAYS_ENDED.BranchParent",
                    EndedPart.ConsortiumBranch => "BRANCH_PART_STAYS_ENDED.ConsortiumBranch",
                    EndedPart.PartyGroup => "BRANCH_PART_STAYS_ENDED.PartyGroup",
                    EndedPart.PartyGroupMember => "BRANCH_PART_STAYS_ENDED.PartyGroupMember",
                    _ => throw new ArgumentOutOfRangeException(nameof(part), part, "Nobody says how this part stays ended."),
                },
                [("count", count)],
                null,
                Severity.Warning,
                "branch"
            );
}
