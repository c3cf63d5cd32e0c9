using SocietyParty.Bench.Cli;

return await BenchCommand.Create().Parse(args).InvokeAsync();
