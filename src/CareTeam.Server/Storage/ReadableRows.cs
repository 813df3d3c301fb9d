using System.Text.Json;
using Marten;

namespace CareTeam.Server.Storage;

/// <summary>Lists over many plans show each caller only the plans that they may read.</summary>
public static class ReadableRows
{
    /// <summary>Rows of T whose column plan_id names a plan of the caller's; all of them for roles that read the organization.</summary>
    public static IQueryable<T> ReadableBy<T>(this IQueryable<T> rows, Caller caller) => caller.Role.ReadsOrganization() ? rows : rows.WhereSql(
        $"d.plan_id in (select p.id from {StoreRegistration.Schema}.mt_doc_planrow p where p.tenant_id = ? and p.data @> ?::jsonb)",
        caller.Organization, MemberIs(caller));

    /// <summary>
    /// The same for rows that another condition has already made few, or that are read in the order of an index: each one is checked by the key of its plan, and the
    /// reading stops at the end of the page.
    /// </summary>
    public static IQueryable<T> ReadableOneByOneBy<T>(this IQueryable<T> rows, Caller caller) => caller.Role.ReadsOrganization() ? rows : rows.WhereSql(
        $"exists (select 1 from {StoreRegistration.Schema}.mt_doc_planrow p where p.tenant_id = ? and p.id = d.plan_id and p.data @> ?::jsonb offset 0)",
        caller.Organization, MemberIs(caller));

    /// <summary>The person whose teams' plans the caller reads; null for roles that read the organization. Callers for whom it is the same see the same lists.</summary>
    public static string? OnlyTeamsOf(this Caller caller) => caller.Role.ReadsOrganization() ? null : caller.Person.PersonId;

    /// <summary>The same as the conditions here say in SQL.</summary>
    public static bool IsReadableFor(this PlanRow plan, string? onlyTeamsOf) => onlyTeamsOf is null || plan.MemberIds.Contains(onlyTeamsOf);

    /// <summary>A document with this member; its index is the GIN index on the row of the plan.</summary>
    public static string MemberIs(Caller caller) => MemberIs(caller.Person.PersonId);

    /// <summary>A plan's row with this lead, by the same index.</summary>
    public static string LeadIs(Caller caller) => JsonSerializer.Serialize(new { leadId = caller.Person.PersonId });

    public static string MemberIs(string personId) => JsonSerializer.Serialize(new { memberIds = new[] { personId } });
}
