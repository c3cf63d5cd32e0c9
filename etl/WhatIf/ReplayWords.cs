using System.Text.Json;

namespace SocietyParty.Etl.WhatIf;

/// <summary>Words of the rules as the graph spells them, and back.</summary>
internal static class ReplayWords
{
    public static string UpperSnake(Enum word) => JsonNamingPolicy.SnakeCaseUpper.ConvertName(word.ToString());

    public static T Word<T>(string upperSnake)
        where T : struct, Enum => Enum.Parse<T>(upperSnake.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);
}
