using SocietyParty.Schema.Database;

namespace SocietyParty.Graph.Tests.Schema;

/// <summary>Remembers what was reported, and lets a test act at that moment.</summary>
internal sealed class HeardProgress(Action<string>? atStep = null) : IStartupProgress
{
    public List<string> Lines { get; } = [];

    public void Step(string text)
    {
        Lines.Add(text);
        atStep?.Invoke(text);
    }

    public void Note(string text) => Lines.Add(text);
}
