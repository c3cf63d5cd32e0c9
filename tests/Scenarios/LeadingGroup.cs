namespace SocietyParty.Scenarios;

public sealed partial class YearOfTheCity
{
    private Task LeadingGroupWorksAsync() => Task.CompletedTask;
}
