namespace HomeDash.Procedures.Generator.Models;

/// <summary>The primitives that the wire knows.</summary>
internal enum ScalarKind
{
    String,
    Boolean,
    SByte,
    Byte,
    Int16,
    UInt16,
    Int32,
    UInt32,
    Int64,
    UInt64,
    Single,
    Double,
    Decimal,
    Guid,
    Time,
    Date,
    Duration,
    Address,
    Secret,

    /// <summary>Base64 on the wire.</summary>
    Bytes,

    /// <summary>An object of any shape.</summary>
    FreeForm,
}
