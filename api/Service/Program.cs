using SocietyParty.Etl.Cli;
using SocietyParty.Service.Start;

return await ServiceCommand.RunAsync(args, LanguageOption.WordsOf(args));
