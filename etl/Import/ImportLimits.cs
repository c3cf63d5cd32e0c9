namespace SocietyParty.Etl.Import;

/// <summary>Everything that a file could have too much of. The nation has about 55,000 branches.</summary>
public sealed record ImportLimits(
    int FileBytesMax = 50 * 1024 * 1024,
    int EntriesMax = 200_000,
    int NameCharactersMax = 200,
    int ProblemsMax = 1_000
)
{
    public static ImportLimits Default { get; } = new();
}
