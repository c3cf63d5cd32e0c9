namespace SocietyParty.Rules.Mending;

/// <summary>作废 Which things are records that can be declared void.</summary>
public static class VoidFits
{
    /// <param name="isEvidence">Evidence has a way of its own.</param>
    public static Breach? Check(bool hasWay, bool isEvidence) =>
        hasWay ? null
        : isEvidence ? Breach.OfInput("RECORD_NOT_VOIDABLE.Evidence", [], "node")
        : Breach.OfInput("RECORD_NOT_VOIDABLE.Other", [], "node");
}
