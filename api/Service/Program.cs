using System.CommandLine;
using SocietyParty.Service.Start;

// After Ctrl+C PostgreSQL writes what it holds to the disk; it gets the time for that.
var patience = new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromMinutes(1) };
return await ServiceCommand.Create().Parse(args).InvokeAsync(patience);
