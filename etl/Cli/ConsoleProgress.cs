using SocietyParty.Schema.Database;
using Spectre.Console;

namespace SocietyParty.Etl.Cli;

/// <summary>Steps as a spinner on a terminal; lines on standard error elsewhere, so that a pipe gets the report only.</summary>
internal sealed class ConsoleProgress(Action<string> step, Action<string> note) : IStartupProgress
{
    public static Task<T> RunAsync<T>(string first, Func<IStartupProgress, Task<T>> work)
    {
        if (!AnsiConsole.Profile.Capabilities.Interactive || Console.IsOutputRedirected)
            return work(new ConsoleProgress(Console.Error.WriteLine, Console.Error.WriteLine));
        return AnsiConsole.Status().StartAsync(first, context => work(new ConsoleProgress(
            text => context.Status(Markup.Escape(text)), text => AnsiConsole.WriteLine(text))));
    }

    public void Step(string text) => step(text);

    public void Note(string text) => note(text);
}
