using System.CommandLine;

namespace SocietyParty.Bench.Floor;

/// <summary>Hidden <c>serve-floor PORT</c>: serves the floor until its standard input ends.</summary>
internal static class FloorVerb
{
    // Not a word that an option takes as a value too: the parser would see the verb in it.
    public const string Name = "serve-floor";

    /// <summary>An environment variable, because a password in arguments can be seen by everybody on the machine.</summary>
    public const string ConnectionVariable = "BENCH_CONNECTION";

    public static Command Create()
    {
        var port = new Argument<int>("port");
        var command = new Command(Name) { port };
        command.Hidden = true;
        command.SetAction(
            async (parsed, ct) =>
            {
                await using var app = FloorHost.Build(Environment.GetEnvironmentVariable(ConnectionVariable)!, parsed.GetValue(port));
                await app.StartAsync(ct);
                await Console.In.ReadToEndAsync(ct);
            }
        );
        return command;
    }
}
