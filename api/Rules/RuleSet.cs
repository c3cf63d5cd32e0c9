using System.Text.Json;
using System.Text.Json.Serialization;

namespace SocietyParty.Rules;

/// <summary>What one document says, or this software where no document does (the default rule set).</summary>
/// <param name="Code">Name in files and queries.</param>
/// <param name="Region">GB/T 2260 code: it holds in this region and below it.</param>
/// <param name="From">First day of effect; null: since ever.</param>
/// <param name="To">First day without effect; null: still in effect.</param>
/// <param name="IsDefault">True for the one rule set that says what the others are silent about.</param>
/// <param name="Content">The file: sections by name.</param>
public sealed record RuleSet(string Code, string Region, DateOnly? From, DateOnly? To, bool IsDefault, JsonElement Content)
{
    /// <summary>How sections are read: a key that a section's record does not have is an error, as is one that it lacks.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        NumberHandling = JsonNumberHandling.Strict,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper, allowIntegerValues: false) },
    };

    public bool HoldsOn(DateOnly day) => (From is not { } from || from <= day) && (To is not { } to || day < to);
}
