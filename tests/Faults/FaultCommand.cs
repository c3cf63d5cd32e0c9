using System.CommandLine;
using System.Text.Json;
using SocietyParty.Etl.Output;
using SocietyParty.Schema.Database;

namespace SocietyParty.Faults;

/// <summary>The program: strikes, and looks what was lost. Exit code 1 where anything was lost, doubled or wrong.</summary>
internal static class FaultCommand
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static RootCommand Create()
    {
        var data = new Option<string>("--data")
        {
            Description = "Folder of the private cluster that is struck; made, and removed at the end.",
            DefaultValueFactory = _ => DataFolder.Default() + "-faults",
            HelpName = "DIR",
        };
        var only = new Option<string[]>("--only")
        {
            Description = $"Which faults, separated by spaces. Of: {string.Join(' ', FaultCatalogue.All.Select(fault => fault.Name))}.",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [.. FaultCatalogue.All.Select(fault => fault.Name)],
        };
        only.AcceptOnlyFromAmong([.. FaultCatalogue.All.Select(fault => fault.Name)]);
        var times = Number("--times", 1, "How often each.");
        var callers = Number("--callers", 8, "Clients that change and read meanwhile, one request at a time each.");
        var seconds = Number("--seconds", 3, "Of undisturbed work before each fault and after it.");
        var seed = Number("--seed", 1, "The same seed strikes after the same delays.");
        var json = new Option<string?>("--json") { Description = "Writes all numbers into this file.", HelpName = "FILE" };
        var log = new Option<string?>("--log") { Description = "What the service says is added to this file.", HelpName = "FILE" };
        var command = new RootCommand("Strikes the running system, while clients keep books of what it told them.")
        {
            data,
            only,
            times,
            callers,
            seconds,
            seed,
            json,
            log,
        };
        command.SetAction(
            async (parsed, ct) =>
            {
                try
                {
                    var chosen = FaultCatalogue.All.Where(fault => parsed.GetValue(only)!.Contains(fault.Name));
                    var options = new CampaignOptions(
                        Path.GetFullPath(parsed.GetValue(data)!),
                        parsed.GetValue(times),
                        parsed.GetValue(callers),
                        TimeSpan.FromSeconds(parsed.GetValue(seconds)),
                        parsed.GetValue(seed),
                        parsed.GetValue(log)
                    );
                    var results = await Campaign.RunAsync([.. chosen], options, ct);
                    CampaignReport.Write(results, Terminal.Output);
                    if (parsed.GetValue(json) is { } file)
                    {
                        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(results, Options), ct);
                    }

                    return results.All(result => result.Holds) ? 0 : 1;
                }
                catch (Exception failure) when (failure is FaultException or DatabaseSetupException)
                {
                    Console.Error.WriteLine(failure.Message);
                    return 1;
                }
            }
        );
        return command;
    }

    private static Option<int> Number(string name, int value, string description) =>
        new(name) { Description = description, DefaultValueFactory = _ => value };
}
