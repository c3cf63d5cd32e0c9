namespace SocietyParty.Schema.Database;

/// <summary>Hears what the set-up does, in sentences for a person, in both languages. Never called by two threads at once.</summary>
public interface IStartupProgress
{
    /// <summary>A step begins that may take a moment.</summary>
    void Step(SetupText text);

    /// <summary>Something worth knowing when the outcome surprises, such as a skipped installation.</summary>
    void Note(SetupText text);
}

/// <summary>Progress for those who do not listen.</summary>
public static class StartupProgress
{
    /// <summary>Drops everything.</summary>
    public static IStartupProgress None { get; } = new Silence();

    private sealed class Silence : IStartupProgress
    {
        public void Step(SetupText text) { }

        public void Note(SetupText text) { }
    }
}
