using System.CommandLine;
using SocietyParty.Etl.Cli;

var words = LanguageOption.WordsOf(args);
return await CommandLine.RunAsync(Commands.Root(words), args, words);
