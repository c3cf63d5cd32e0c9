using System.Reflection;

namespace SocietyParty.Schema;

/// <summary>The version of the program, as <c>Directory.Build.props</c> has it, for example <c>0.5.0</c>.</summary>
public static class ProgramVersion
{
    public static string Text { get; } =
        typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
}
