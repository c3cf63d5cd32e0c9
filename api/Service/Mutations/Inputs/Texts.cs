using SocietyParty.Rules.Inputs;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Inputs;

/// <summary>What holds of free texts wherever they are given.</summary>
internal static class Texts
{
    /// <summary>Adds TEXT_INVALID where the text says nothing or too much; a text that is left out says nothing wrong.</summary>
    public static void Check(string? text, MutationContext context, params IReadOnlyList<string> path) =>
        context.Add(TextFits.Check(text, path));
}
