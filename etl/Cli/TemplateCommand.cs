using System.CommandLine;
using SocietyParty.Etl.Import.Sheets;

namespace SocietyParty.Etl.Cli;

/// <summary><c>template KIND</c>: an empty sheet to fill in, with its explanation.</summary>
internal static class TemplateCommand
{
    public static Command Create()
    {
        var kind = new Argument<string>("KIND") { Description = string.Join(", ", SheetKind.All.Select(one => one.Name)) };
        var format = new Option<SheetFormat?>("--format")
        {
            Description = "xlsx explains the columns on a second sheet; left out: as the file's name ends, else xlsx.",
            CustomParser = Choices.OfOptional<SheetFormat>(),
        };
        var output = new Option<string>("--output") { Description = "The file to write; one that exists is left alone.", Required = true };
        var command = new Command("template", "Writes an empty sheet of a kind that import takes.") { kind, format, output };
        kind.AcceptOnlyFromAmong([.. SheetKind.All.Select(one => one.Name)]);
        command.SetAction(parsed =>
        {
            var path = parsed.GetRequiredValue(output);
            try
            {
                using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
                file.Write(SheetTemplate.Write(SheetKind.Find(parsed.GetRequiredValue(kind))!, parsed.GetValue(format) ?? Of(path)));
            }
            catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
            {
                Console.Error.WriteLine($"SP-CLI-104 {path} cannot be written: {refused.Message} Choose another path with --output.");
                return CommandLine.Failure;
            }
            Console.Out.WriteLine(path);
            return CommandLine.Success;
        });
        return command;
    }

    private static SheetFormat Of(string path) =>
        Path.GetExtension(path).Equals(".csv", StringComparison.OrdinalIgnoreCase) ? SheetFormat.Csv : SheetFormat.Xlsx;
}
