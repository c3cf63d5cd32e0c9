using System.CommandLine;
using Npgsql;
using SocietyParty.Bench.Floor;

namespace SocietyParty.Bench.Mutations;

/// <summary>Hidden <c>serve-mutation PORT</c>: serves <see cref="MutationFloor"/> until its standard input ends.</summary>
internal static class MutationFloorVerb
{
    public const string Name = "serve-mutation";

    public static Command Create()
    {
        var port = new Argument<int>("port");
        var command = new Command(Name) { port };
        command.Hidden = true;
        command.SetAction(
            async (parsed, ct) =>
            {
                await using var database = NpgsqlDataSource.Create(
                    new NpgsqlConnectionStringBuilder(Environment.GetEnvironmentVariable(FloorVerb.ConnectionVariable)!)
                    {
                        ApplicationName = "bench floor, changes",
                        Options = "-c jit=off -c TimeZone=Asia/Shanghai",
                        MaxPoolSize = FloorHost.SessionsMax,
                        MaxAutoPrepare = 20,
                        AutoPrepareMinUsages = 1,
                        NoResetOnClose = true,
                    }
                );
                var floor = new MutationFloor(database);
                await using var app = FloorHost.Empty(parsed.GetValue(port));
                app.MapPost("/record-activity", floor.AnswerAsync);
                await app.StartAsync(ct);
                await Console.In.ReadToEndAsync(ct);
            }
        );
        return command;
    }
}
