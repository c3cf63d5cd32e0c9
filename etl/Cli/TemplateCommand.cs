using System.CommandLine;
using SocietyParty.Etl.Import.Sheets;
using SocietyParty.Etl.Output;

namespace SocietyParty.Etl.Cli;

/// <summary><c>template KIND</c>: an empty sheet to fill in, with its explanation.</summary>
internal static class TemplateCommand
{
    public static Command Create(Words words)
    {
        var kind = new Argument<string>("KIND")
        {
            Description = words.Say("Help.Template.Kind", ("kinds", SheetKind.All.Select(one => $"{one.Name} {one.Title}"))),
        };
        var format = new Option<SheetFormat?>("--format")
        {
            Description = words.Say("Help.Template.Format"),
            CustomParser = Choices.OfOptional<SheetFormat>(words),
        };
        var output = new Option<string>("--output") { Description = words.Say("Help.Template.Output"), Required = true };
        var command = new Command("template", words.Say("Help.Template")) { kind, format, output };
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
                Console.Error.WriteLine(words.Coded("SP-CLI-104", ("path", path), ("reason", FileRefusal.Of(refused, path))));
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
