using SocietyParty.Schema.Database;

namespace SocietyParty.Graph.Tests.Schema;

/// <summary>Remembers what was reported, and lets a test act at that moment.</summary>
internal sealed class HeardProgress(Action<string>? atStep = null) : IStartupProgress
{
    public List<string> Lines { get; } = [];

    public void Step(SetupText text)
    {
        Lines.Add(text.English);
        atStep?.Invoke(text.English);
    }

    public void Note(SetupText text) => Lines.Add(text.English);
}
