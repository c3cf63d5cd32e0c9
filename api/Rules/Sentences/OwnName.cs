namespace SocietyParty.Rules.Sentences;

/// <summary>What a rule set calls something of its own: a sentence says the one of its language.</summary>
public sealed record OwnName(string Chinese, string English)
{
    public string In(Language language) => language == Language.Chinese ? Chinese : English;
}
