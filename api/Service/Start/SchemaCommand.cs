using System.CommandLine;
using System.Text;
using SocietyParty.Etl.Output;
using SocietyParty.Service.Http;
using SocietyParty.Service.Options;

namespace SocietyParty.Service.Start;

/// <summary><c>schema export</c>: the public contract as SDL, as <c>GET /graphql?sdl</c> gives it, without a database.</summary>
internal static class SchemaCommand
{
    private const int Failed = 1;

    public static Command Create(Words words)
    {
        var output = new Option<string?>("--output") { Description = words.Say("Help.Schema.Output"), HelpName = "FILE" };
        var set = ServiceCommand.SetOption(words);
        var export = new Command("export", words.Say("Help.Schema.Export")) { output, set };
        export.SetAction(parsed => Export(parsed.GetValue(output), parsed.GetValue(set) ?? [], words));
        return new Command("schema", words.Say("Help.Schema")) { export };
    }

    private static int Export(string? output, string[] set, Words words)
    {
        // Settings such as the size of a page are part of the contract.
        if (!OptionReader.Read(set, words.Language).TryGet(out var options))
        {
            Console.Error.WriteLine(string.Join('\n', OptionReader.Read(set, words.Language).Errors));
            return Failed;
        }

        var text = Encoding.UTF8.GetBytes(ContractEndpoint.TextOf(WebHost.SchemaOfContract(options)));
        if (output is null)
        {
            // The same bytes on every machine, whatever its console is set to.
            using var console = Console.OpenStandardOutput();
            console.Write(text);
            return 0;
        }

        try
        {
            File.WriteAllBytes(output, text);
            return 0;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(words.Coded("SP-START-030", ("path", output), ("reason", failure.Message)));
            return Failed;
        }
    }
}
