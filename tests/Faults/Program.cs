using SocietyParty.Faults;

return await FaultCommand.Create().Parse(args).InvokeAsync();
