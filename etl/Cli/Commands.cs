using System.CommandLine;
using SocietyParty.Etl.Output;

namespace SocietyParty.Etl.Cli;

/// <summary>Every command, in one language.</summary>
internal static class Commands
{
    // One line a command.
    public static RootCommand Root(Words words)
    {
        var root = new RootCommand(words.Say("Help.Etl"))
        {
            ImportCommand.Create(words),
            TemplateCommand.Create(words),
            GenerateCommand.Create(words),
            LoadCommand.Create(words),
            UnloadCommand.Create(words),
            CheckCommand.Create(words),
            ReconcileCommand.Create(words),
            StatusCommand.Create(words),
            ExplainCommand.Create(words),
            ExportCommand.Create(words),
            ReaderCommand.Create(words),
            ReportCommand.Create(words),
            RulesCommand.Create(words),
            RegionCommand.Create(words),
            AuditCommand.Create(words),
            BackupCommand.Create(words),
            RestoreCommand.Create(words),
            UpgradeServerCommand.Create(words),
            AccountCommand.Create(words),
            TokenCommand.Create(words),
            PersonCommand.Create(words),
        };
        LanguageOption.AddTo(root, words);
        return root;
    }
}
