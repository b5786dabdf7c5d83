using Dapper;

namespace HomeDash.Storage;

/// <summary>
/// Which .NET value is kept in which column, the same on both engines:
/// <list type="table">
/// <item><term>string</term><description>TEXT</description></item>
/// <item><term>int, long</term><description>INTEGER, BIGINT; also what COUNT and SUM give</description></item>
/// <item><term>double</term><description>DOUBLE PRECISION</description></item>
/// <item><term>bool</term><description>BOOLEAN</description></item>
/// <item><term>byte[]</term><description>BYTEA</description></item>
/// <item><term>Guid</term><description>TEXT, 36 characters in lower case</description></item>
/// <item><term>DateTimeOffset</term><description>BIGINT, milliseconds since 1970 in UTC; read back with offset zero</description></item>
/// <item><term>enums</term><description>TEXT, the name: write <c>value.ToString()</c>, because Dapper writes numbers; reading needs nothing</description></item>
/// </list>
/// Columns are in snake_case, and a row is read into a record: by its constructor, whose parameters stand in the order of the
/// columns, or by its init properties.
/// </summary>
public static class ColumnTypes
{
    private static readonly Lazy<bool> Registered = new(() =>
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;

        // Dapper prefers its own parameter types to a handler, and its own know neither engine's way to keep these two.
        SqlMapper.RemoveTypeMap(typeof(Guid));
        SqlMapper.RemoveTypeMap(typeof(Guid?));
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset?));
        SqlMapper.AddTypeHandler(new GuidColumn());
        SqlMapper.AddTypeHandler(new TimeColumn());

        // SQLite reads every whole number as Int64 and a null as whatever its column was declared: with a handler for
        // the type, Dapper takes any of them, also for the parameters of a record's constructor.
        SqlMapper.AddTypeHandler(new NumberColumn<bool>(Convert.ToBoolean));
        SqlMapper.AddTypeHandler(new NumberColumn<int>(Convert.ToInt32));
        SqlMapper.AddTypeHandler(new NumberColumn<long>(Convert.ToInt64));
        SqlMapper.AddTypeHandler(new NumberColumn<double>(Convert.ToDouble));
        SqlMapper.AddTypeHandler(new BytesColumn());
        return true;
    });

    /// <summary>Tells Dapper, once per process. <see cref="Database"/> does it.</summary>
    internal static void Register() => _ = Registered.Value;
}
