namespace SocietyParty.Schema.Database;

/// <summary>
/// What the set-up says, in both languages beside each other: this room needs no other one, so it has no book of sentences, and the
/// compiler asks for both.
/// </summary>
public sealed record SetupText(string English, string Chinese)
{
    public static SetupText Empty { get; } = new("", "");

    public static implicit operator SetupText((string English, string Chinese) both) => new(both.English, both.Chinese);

    public string In(bool isChinese) => isChinese ? Chinese : English;

    public override string ToString() => English;
}
