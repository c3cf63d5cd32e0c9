using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Inputs;

/// <summary>What holds of free texts wherever they are given.</summary>
internal static class Texts
{
    /// <summary>Longer texts are documents, which belong elsewhere.</summary>
    private const int LengthMax = 2_000;

    /// <summary>Adds TEXT_INVALID where the text says nothing or too much; a text that is left out says nothing wrong.</summary>
    public static void Check(string? text, MutationContext context, params IReadOnlyList<string> path)
    {
        if (text is not null && (string.IsNullOrWhiteSpace(text) || text.Length > LengthMax))
        {
            context.Fail("TEXT_INVALID.Texts", [("lengthMax", LengthMax)], path);
        }
    }
}
