using System.CommandLine;

namespace SocietyParty.Bench.Floor;

/// <summary>Hidden <c>floor PORT</c>: serves the floor until its standard input ends.</summary>
internal static class FloorVerb
{
    public const string Name = "floor";

    /// <summary>An environment variable, because a password in arguments can be seen by everybody on the machine.</summary>
    public const string ConnectionVariable = "BENCH_CONNECTION";

    public static Command Create()
    {
        var port = new Argument<int>("port");
        var command = new Command(Name) { port };
        command.Hidden = true;
        command.SetAction(async (parsed, ct) =>
        {
            await using var app = FloorHost.Build(Environment.GetEnvironmentVariable(ConnectionVariable)!, parsed.GetValue(port));
            await app.StartAsync(ct);
            await Console.In.ReadToEndAsync(ct);
        });
        return command;
    }
}
