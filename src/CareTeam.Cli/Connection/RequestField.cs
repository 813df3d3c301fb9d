using Google.Protobuf;

namespace CareTeam.Cli.Connection;

/// <summary>Fields that requests have in common, by the contract's names.</summary>
public static class RequestField
{
    public const string PlanId = "plan_id";
    public const string RequestId = "request_id";
    public const string ExpectedVersion = "expected_version";
    public const string Overrides = "overrides";
    public const string PageSize = "page_size";
    public const string PageToken = "page_token";
    public const string NextPageToken = "next_page_token";

    public static bool Has(this IMessage message, string field) => message.Descriptor.FindFieldByName(field) is not null;

    public static void Set(this IMessage message, string field, object value) => message.Descriptor.FindFieldByName(field).Accessor.SetValue(message, value);

    public static T Get<T>(this IMessage message, string field) => (T)message.Descriptor.FindFieldByName(field).Accessor.GetValue(message);
}
