using System.Text.Json;
using System.Text.Json.Serialization;
using SocietyParty.Service.Model;
using SocietyParty.Sql.Planning.Values;

namespace SocietyParty.Service.Mutations;

/// <summary>An identity that an input gives, of a thing whose type has the row's name.</summary>
/// <param name="Key">Null where the text is no identity of such a thing.</param>
[JsonConverter(typeof(IdConverter))]
public readonly record struct Id<T>(string Text, long? Key)
    where T : class, IRow;

/// <summary>What an input may leave out, where leaving out and null differ: left out stays as it is, null clears.</summary>
[JsonConverter(typeof(MaybeConverter))]
public readonly record struct Maybe<T>(bool IsGiven, T? Value)
{
    public T? Or(T? present) => IsGiven ? Value : present;
}

internal sealed class IdConverter : JsonConverterFactory
{
    public override bool CanConvert(Type type) => true;

    public override JsonConverter CreateConverter(Type type, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(type.GetGenericArguments()))!;

    private sealed class Of<T> : JsonConverter<Id<T>>
        where T : class, IRow
    {
        public override Id<T> Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
        {
            var text = reader.GetString()!;
            return new(text, GlobalId.TryParse(text, out var named, out var key) && named == typeof(T).Name ? key : null);
        }

        public override void Write(Utf8JsonWriter writer, Id<T> value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Text);
    }
}

internal sealed class MaybeConverter : JsonConverterFactory
{
    public override bool CanConvert(Type type) => true;

    public override JsonConverter CreateConverter(Type type, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(type.GetGenericArguments()))!;

    private sealed class Of<T> : JsonConverter<Maybe<T>>
    {
        public override bool HandleNull => true;

        public override Maybe<T> Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            new(true, JsonSerializer.Deserialize<T>(ref reader, options));

        public override void Write(Utf8JsonWriter writer, Maybe<T> value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.Value, options);
    }
}
