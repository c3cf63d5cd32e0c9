using Spectre.Console;

namespace SocietyParty.Etl.Output;

/// <summary>Where a program writes for people.</summary>
public static class Terminal
{
    // No line of ours is longer; a pipe or a file gets it whole.
    private const int PlainWidth = 400;

    /// <summary>Standard output.</summary>
    public static IAnsiConsole Output { get; } = Create(Console.Out, Console.IsOutputRedirected);

    /// <summary>Standard error: progress, so that a pipe gets the report only.</summary>
    public static IAnsiConsole Error { get; } = Create(Console.Error, Console.IsErrorRedirected);

    private static IAnsiConsole Create(TextWriter writer, bool isRedirected)
    {
        var settings = new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) };
        if (!isRedirected)
        {
            return AnsiConsole.Create(settings);
        }

        settings.Ansi = AnsiSupport.No;
        settings.ColorSystem = ColorSystemSupport.NoColors;
        settings.Interactive = InteractionSupport.No;
        var plain = AnsiConsole.Create(settings);
        plain.Profile.Width = PlainWidth;
        return plain;
    }
}
