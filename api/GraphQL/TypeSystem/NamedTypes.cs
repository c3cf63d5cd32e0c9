using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace SocietyParty.GraphQL.TypeSystem;

/// <summary>A type with a name. Built once by <see cref="SchemaBuilder"/>, then never changed.</summary>
public abstract class NamedType(string name) : GraphQLType, IDefinition
{
    public string Name { get; } = name;

    public string? Description { get; internal set; }

    public ImmutableArray<AppliedDirective> Directives { get; internal set; } = [];

    public override NamedType Named => this;

    public override string ToString() => Name;
}

public sealed class ScalarType(string name, ScalarCoercion coercion) : NamedType(name)
{
    /// <summary>How literals and JSON become CLR values.</summary>
    public ScalarCoercion Coercion { get; } = coercion;

    /// <summary>From <c>@specifiedBy</c>; null when not given.</summary>
    public string? SpecifiedByUrl => this.Directive("specifiedBy")?.Argument("url") as string;
}

public sealed class EnumType(string name) : NamedType(name)
{
    public ImmutableArray<EnumValueDefinition> Values { get; internal set; } = [];

    /// <summary>Marked <c>@structural</c>: the value belongs to the shape of an operation, it never becomes a parameter.</summary>
    public bool IsStructural => this.Has("structural");

    public EnumValueDefinition? Value(string name)
    {
        foreach (var value in Values)
        {
            if (value.Name == name)
            {
                return value;
            }
        }

        return null;
    }
}

/// <summary>A type that can be selected from: object, interface or union.</summary>
public abstract class CompositeType(string name) : NamedType(name);

/// <summary>A composite type with fields of its own: object or interface.</summary>
public abstract class FieldsType(string name) : CompositeType(name)
{
    private readonly Dictionary<string, FieldDefinition> byName = new(StringComparer.Ordinal);

    /// <summary>In the order of the SDL, extensions last.</summary>
    public ImmutableArray<FieldDefinition> Fields
    {
        get;
        internal set
        {
            field = value;
            byName.Clear();
            foreach (var definition in value)
            {
                byName.TryAdd(definition.Name, definition);
            }
        }
    } = [];

    public ImmutableArray<InterfaceType> Interfaces { get; internal set; } = [];

    public FieldDefinition? Field(string name) => byName.GetValueOrDefault(name);
}

public sealed class ObjectType(string name) : FieldsType(name);

public sealed class InterfaceType(string name) : FieldsType(name);

public sealed class UnionType(string name) : CompositeType(name)
{
    public ImmutableArray<ObjectType> Members { get; internal set; } = [];
}

public sealed class InputObjectType(string name) : NamedType(name)
{
    private readonly Dictionary<string, InputValueDefinition> byName = new(StringComparer.Ordinal);

    public ImmutableArray<InputValueDefinition> Fields
    {
        get;
        internal set
        {
            field = value;
            byName.Clear();
            foreach (var definition in value)
            {
                byName.TryAdd(definition.Name, definition);
            }
        }
    } = [];

    /// <summary>Marked <c>@oneOf</c>: exactly one field is given, and it is not null.</summary>
    public bool IsOneOf => this.Has("oneOf");

    public InputValueDefinition? Field(string name) => byName.GetValueOrDefault(name);

    public bool TryField(string name, [NotNullWhen(true)] out InputValueDefinition? definition) => byName.TryGetValue(name, out definition);
}
