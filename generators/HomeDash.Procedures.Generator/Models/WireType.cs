namespace HomeDash.Procedures.Generator.Models;

/// <summary>A type that has a JSON form.</summary>
/// <param name="CSharp">How code names it, fully qualified and without the outermost <c>?</c>.</param>
internal abstract record WireType(string CSharp)
{
    /// <summary>Whether a null of it can slip into a typed call.</summary>
    public virtual bool IsReference => true;

    /// <summary>This type and all that it is made of.</summary>
    public virtual IEnumerable<WireType> All => [this];
}

/// <summary>A type that <c>JsonInput</c> reads by itself.</summary>
internal sealed record ScalarType(ScalarKind Kind, string CSharp) : WireType(CSharp)
{
    public override bool IsReference => Kind is ScalarKind.String or ScalarKind.Address or ScalarKind.Secret or ScalarKind.Bytes;
}

/// <summary>An enum, on the wire one of its members' names, or a list of them.</summary>
/// <param name="CSharp">How code names it.</param>
/// <param name="JsonClass">The emitted class that reads and writes it.</param>
/// <param name="Description">Its documentation.</param>
/// <param name="Members">Its members, one per value; of flags those of a single bit.</param>
/// <param name="IsFlags">Whether a value can be several members at once.</param>
internal sealed record EnumType(string CSharp, string JsonClass, string? Description, EquatableArray<EnumMember> Members, bool IsFlags = false) : WireType(CSharp)
{
    public override bool IsReference => false;
}

/// <summary>One value of an enum.</summary>
/// <param name="Name">Its name in C#, escaped where needed.</param>
/// <param name="WireName">Its name in JSON.</param>
/// <param name="Value">The number behind it.</param>
internal sealed record EnumMember(string Name, string WireName, string Value);

/// <summary>A record, class or struct with properties.</summary>
/// <param name="CSharp">How code names it.</param>
/// <param name="JsonClass">The emitted class that reads and writes it.</param>
/// <param name="Description">Its documentation.</param>
/// <param name="IsValueType">Whether it is a struct.</param>
/// <param name="Properties">What it holds, in the order of declaration.</param>
/// <param name="IsReadable">Whether an input can be made of it: every property can be set, described and read.</param>
/// <param name="HasRules">Whether it checks itself: it is an <c>IValidatableInput</c>.</param>
internal sealed record RecordType(
    string CSharp, string JsonClass, string? Description, bool IsValueType, EquatableArray<PropertyModel> Properties, bool IsReadable, bool HasRules = false)
    : WireType(CSharp)
{
    public override bool IsReference => !IsValueType;

    public override IEnumerable<WireType> All => Properties.SelectMany(property => property.Type.All).Prepend(this);
}

/// <summary>One of several records, told apart by their property <c>kind</c>; only in results.</summary>
/// <param name="CSharp">How code names what they have in common.</param>
/// <param name="JsonClass">The emitted class that writes it.</param>
/// <param name="Description">Its documentation.</param>
/// <param name="Options">The records, those that derive from another before it.</param>
internal sealed record ChoiceType(string CSharp, string JsonClass, string? Description, EquatableArray<ChoiceOption> Options) : WireType(CSharp)
{
    /// <summary>The property that tells them apart.</summary>
    public const string Discriminator = "kind";

    /// <summary>The records themselves are written by the choice.</summary>
    public override IEnumerable<WireType> All => Options.SelectMany(option => option.Record.All.Skip(1)).Prepend(this);
}

/// <summary>One of the records of a choice.</summary>
/// <param name="Kind">What its <c>kind</c> says.</param>
/// <param name="Record">The record.</param>
internal sealed record ChoiceOption(string Kind, RecordType Record);

/// <summary>A list.</summary>
internal sealed record ListType(string CSharp, WireType Element, bool IsArray) : WireType(CSharp)
{
    public override IEnumerable<WireType> All => Element.All.Prepend(this);
}

/// <summary>A dictionary with strings as keys.</summary>
internal sealed record MapType(string CSharp, WireType Value) : WireType(CSharp)
{
    public override IEnumerable<WireType> All => Value.All.Prepend(this);
}

/// <summary>A target: a string on the wire, resolved by the pipeline.</summary>
internal sealed record TargetType(string CSharp) : WireType(CSharp);
