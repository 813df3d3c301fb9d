using CareTeam.Server.Tasks;
using CareTeam.Server.Therapy;
using static CareTeam.Rules.Tests.Therapy.GivenTherapy;

namespace CareTeam.Rules.Tests.Therapy;

public sealed class DiscontinueDeviceTests
{
    private static readonly DiscontinueDevice UseCase = new(Table);
    private static readonly DiscontinueDeviceRequest Stop = new() { PlanId = Given.PlanId, RequestId = Given.RequestId, DeviceId = DeviceId, Reason = "Strong enough." };

    [Fact]
    public void It_says_who_and_why()
    {
        var device = Plan().Device(DeviceStatus.Fitted).When(UseCase, Stop, Given.Lead).After.Devices.Single();
        Assert.Equal((DeviceStatus.Discontinued, Given.Lead, Given.Now, "Strong enough."), (device.Status, device.DiscontinuedBy, device.DiscontinuedAt, device.StatusReason));
    }

    [Fact]
    public void A_late_entry_is_of_its_day_and_comes_after_the_prescription()
    {
        DiscontinueDeviceRequest On(string day) => new(Stop) { DiscontinuedDate = day };
        Assert.Equal(Given.Now, Plan().Device(DeviceStatus.Fitted).When(UseCase, On("2026-03-02"), Given.Lead).After.Devices.Single().DiscontinuedAt);
        foreach (var wrong in new[] { "2026-03-01", "2026-03-03" }) Plan().Device(DeviceStatus.Fitted).When(UseCase, On(wrong), Given.Lead).ThenInvalid("discontinued_date");
    }

    [Fact]
    public void A_task_to_fit_it_that_still_waits_is_cancelled() => Assert.Equal(TaskStatus.Cancelled, Plan().Device().When(UseCase, Stop, Given.Lead).After.Tasks.Single().Status);

    [Fact]
    public void The_task_to_fit_it_ends_in_no_other_way()
    {
        var given = Plan().Device();
        var task = given.Plan.Tasks.Single();
        given.When(new CancelTask(), new() { TaskId = task.TaskId, Reason = "r" }, task.Requester).ThenRefused("task.ends-with-its-owner");
        Assert.Single(given.When(new RescheduleTask(), new() { TaskId = task.TaskId, DueDate = "2026-05-01" }, task.Requester).Events);
    }

    [Fact]
    public void Twice_is_once() => Plan().Device(DeviceStatus.Discontinued).When(UseCase, Stop, Given.Lead).ThenNothing();

    [Fact]
    public void Who_fits_does_not_discontinue() => Plan().Device().When(UseCase, Stop, Orthotist).ThenForbidden("MAY_NOT_PRESCRIBE_DEVICES");

    [Fact]
    public void A_device_that_is_not_there_is_not_found() => Plan().When(UseCase, Stop, Given.Lead).ThenNotFound();

    [Fact]
    public void It_needs_a_reason() => Assert.Equal(["device_id", "reason"], Fields.Violated(UseCase, new DiscontinueDeviceRequest { PlanId = Given.PlanId, RequestId = Given.RequestId }));
}
