using SocietyParty.Service.Start;

return await ServiceCommand.Create().Parse(args).InvokeAsync();
