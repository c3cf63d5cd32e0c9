using System.CommandLine;
using SocietyParty.Etl.Cli;

// One line a command.
var root = new RootCommand("Brings lists or synthetic data into the graph and loads the reporting warehouse.")
{
    ImportCommand.Create(),
    TemplateCommand.Create(),
    GenerateCommand.Create(),
    LoadCommand.Create(),
    UnloadCommand.Create(),
    CheckCommand.Create(),
    ReconcileCommand.Create(),
    StatusCommand.Create(),
    ExplainCommand.Create(),
    ExportCommand.Create(),
    ReaderCommand.Create(),
    ReportCommand.Create(),
    RulesCommand.Create(),
    RegionCommand.Create(),
};
LanguageOption.AddTo(root);
return await CommandLine.RunAsync(root, args);
