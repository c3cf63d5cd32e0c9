namespace SocietyParty.Rules.Categories;

/// <summary>Another category is proposed once, of a branch that stands, and decided once (000 §四).</summary>
public static class ReclassificationSteps
{
    private const string Clause = "000 §四";

    public static Breach? StandingBranch(string branch, bool isDissolved) =>
        isDissolved ? new("WRONG_STAGE.ProposeReclassification", [("branch", branch)], Clause, Path: ["branch"]) : null;

    public static Breach? Changes(Category? present, Category proposed, string field) =>
        present == proposed ? new("CATEGORY_UNCHANGED", [], Clause, Path: [field]) : null;

    /// <param name="isOpen">Whether a proposal for the branch waits for its decision.</param>
    public static Breach? Once(bool isOpen) => isOpen ? new("RECLASSIFICATION_OPEN", [], Clause, Path: ["branch"]) : null;

    public static Breach? IsOpen(Enum state, DateOnly? decidedOn, bool isOpen) =>
        isOpen
            ? null
            : new("WRONG_STAGE.ReclassificationStates", [("state", state), ("decidedOn", decidedOn)], Clause, Path: ["reclassification"]);

    /// <param name="isLast">Whether no other category holds from that day on or later.</param>
    public static Breach? IsLast(bool isLast) => isLast ? null : Breach.OfInput("CATEGORY_DATE_TOO_EARLY", [], "effectiveOn");
}
