using System.Collections.Frozen;
using System.Reflection;
using SocietyParty.GraphQL.TypeSystem;
using SocietyParty.Service.Model;

namespace SocietyParty.Service.Mutations.Inputs;

/// <summary>
/// Makes a mutation's input record from the fields that a request gave. Made once per type, at the start, and only where the record's
/// parameters agree with the contract in names, types and nulls; therefore a value that the engine has coerced always fits.
/// </summary>
internal sealed class InputBinder
{
    private readonly ConstructorInvoker constructor;
    private readonly Parameter[] parameters;

    private InputBinder(ConstructorInvoker constructor, Parameter[] parameters)
    {
        this.constructor = constructor;
        this.parameters = parameters;
    }

    /// <param name="stated">The input in the contract.</param>
    /// <param name="record">A record whose parameters have the names of its fields.</param>
    /// <param name="problems">Receives a sentence for each point in which the two do not agree; then the binder cannot be used.</param>
    /// <param name="left">Fields of the contract that the record does not have.</param>
    public static InputBinder For(InputObjectType stated, Type record, ICollection<string> problems, FrozenSet<string>? left = null)
    {
        var constructor = record.GetConstructors().Single();
        var fields = stated
            .Fields.Where(field => left?.Contains(field.Name) is not true)
            .ToDictionary(field => field.Name, StringComparer.Ordinal);
        var read = constructor.GetParameters().ToDictionary(parameter => Names.Camel(parameter.Name!), StringComparer.Ordinal);
        if (!fields.Keys.ToHashSet().SetEquals(read.Keys))
        {
            problems.Add($"{stated} has {Sorted(fields.Keys)} in the contract, and its class {Sorted(read.Keys)}.");
        }

        var parameters = read.Where(parameter => fields.ContainsKey(parameter.Key))
            .Select(parameter => Bound(fields[parameter.Key], parameter.Value, $"{stated}.{parameter.Key}", problems));
        return new(ConstructorInvoker.Create(constructor), [.. parameters]);
    }

    /// <summary>The record of an input.</summary>
    public object Bind(IReadOnlyDictionary<string, object?> given)
    {
        var arguments = new object?[parameters.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            arguments[i] = given.TryGetValue(parameters[i].Field, out var value) ? parameters[i].Read(value) : parameters[i].Absent;
        }

        return constructor.Invoke(arguments.AsSpan());
    }

    private static Parameter Bound(InputValueDefinition field, ParameterInfo parameter, string place, ICollection<string> problems)
    {
        var type = parameter.ParameterType;
        if (IsOf(typeof(Maybe<>), type))
        {
            var inner = type.GetGenericArguments()[0];
            if (field.Type.IsNonNull || (inner.IsValueType && Nullable.GetUnderlyingType(inner) is null))
            {
                problems.Add($"{place} is {field.Type} in the contract, and {Shown(type)} in its class: one of them cannot be null.");
            }

            var read = NullOr(Reader(field.Type.Nullable, Nullable.GetUnderlyingType(inner) ?? inner, null, place, problems));
            var some = Generic(nameof(Some), inner);
            return new(field.Name, value => some(read(value)), Activator.CreateInstance(type));
        }

        return new(field.Name, Reader(field.Type, type, new NullabilityInfoContext().Create(parameter), place, problems), null);
    }

    private static Func<object?, object?> Reader(
        GraphQLType stated,
        Type type,
        NullabilityInfo? nulls,
        string place,
        ICollection<string> problems
    )
    {
        if (nulls is not null && stated.IsNonNull != (nulls.WriteState == NullabilityState.NotNull))
        {
            problems.Add($"{place} is {stated} in the contract, and can{(stated.IsNonNull ? "" : "not")} be null in its class.");
        }

        var inner = Nullable.GetUnderlyingType(type) ?? type;
        var read = (stated.Nullable, inner) switch
        {
            (ListType list, _) when IsOf(typeof(IReadOnlyList<>), inner) => List(list, inner, nulls, place, problems),
            (InputObjectType input, { IsClass: true }) when inner != typeof(string) => Nested(For(input, inner, problems)),
            (EnumType words, { IsEnum: true }) => Word(words, inner, place, problems),
            (ScalarType { Name: "ID" }, _) when IsOf(typeof(Id<>), inner) => Generic(nameof(Identity), inner.GetGenericArguments()),
            (ScalarType { Name: "ID" }, _) when inner == typeof(NodeId) => static text => NodeId.Of((string)text!),
            (ScalarType { Name: not "ID" } scalar, _) when inner == scalar.Coercion.ClrType => static value => value,
            _ => null,
        };
        if (read is null)
        {
            problems.Add($"{place} is {stated} in the contract, and {Shown(type)} in its class.");
            return static value => value;
        }

        return stated.IsNonNull ? read : NullOr(read);
    }

    private static Func<object?, object?> NullOr(Func<object?, object?> read) => value => value is null ? null : read(value);

    private static Func<object?, object?> Nested(InputBinder binder) => value => binder.Bind((IReadOnlyDictionary<string, object?>)value!);

    private static Func<object?, object?> List(ListType list, Type type, NullabilityInfo? nulls, string place, ICollection<string> problems)
    {
        var item = type.GetGenericArguments()[0];
        var read = Reader(list.ItemType, item, nulls?.GenericTypeArguments[0], place, problems);
        return value =>
        {
            var given = (IReadOnlyList<object?>)value!;
            var items = Array.CreateInstance(item, given.Count);
            for (var i = 0; i < given.Count; i++)
            {
                items.SetValue(read(given[i]), i);
            }

            return items;
        };
    }

    private static Func<object?, object?> Word(EnumType stated, Type type, string place, ICollection<string> problems)
    {
        var words = Enum.GetValues(type)
            .Cast<object>()
            .ToFrozenDictionary(value => Names.UpperSnake(value.ToString()!), StringComparer.Ordinal);
        var unknown = stated.Values.Select(value => value.Name).Where(name => !words.ContainsKey(name)).ToList();
        if (unknown.Count > 0)
        {
            problems.Add($"{place} can be {Sorted(unknown)} in the contract, which {type.Name} does not know.");
        }

        return value => words[(string)value!];
    }

    // Called through reflection: the row of an identity and the type that may be left out are known as types only.
    private static Func<object?, object?> Generic(string method, params Type[] arguments) =>
        typeof(InputBinder)
            .GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(arguments)
            .CreateDelegate<Func<Func<object?, object?>>>()();

    private static Func<object?, object?> Identity<T>()
        where T : class, IRow => text => Id.Of<T>((string)text!);

    private static Func<object?, object?> Some<T>() => value => new Maybe<T>(true, (T?)value);

    private static bool IsOf(Type generic, Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == generic;

    private static string Shown(Type type) =>
        Nullable.GetUnderlyingType(type) is { } inner ? Shown(inner) + "?"
        : type.IsGenericType ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Shown))}>"
        : type.Name;

    private static string Sorted(IEnumerable<string> names) => string.Join(", ", names.Order(StringComparer.Ordinal));

    /// <param name="Field">Its name in the contract.</param>
    /// <param name="Absent">Where the field was neither given nor defaulted.</param>
    private sealed record Parameter(string Field, Func<object?, object?> Read, object? Absent);
}
