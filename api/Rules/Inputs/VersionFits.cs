namespace SocietyParty.Rules.Inputs;

/// <summary>A version is that of a thing, and the one that the caller read.</summary>
public static class VersionFits
{
    /// <summary>Null where nobody changed the thing since, or the caller read no version.</summary>
    public static Breach? Check(int? read, int version) =>
        read is null || read == version ? null : new("VERSION_CONFLICT", [("read", read), ("version", version)], null, Path: ["version"]);

    /// <summary>Null where the version's thing is given.</summary>
    /// <param name="field">Names the thing.</param>
    public static Breach? HasObject(int? version, bool isGiven, string field) =>
        version is null || isGiven ? null : Breach.OfInput("VERSION_WITHOUT_OBJECT", [("field", field)], "version");
}
