package org.crmportal.jobs.internal;

import java.util.UUID;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.apache.shiro.authz.annotation.RequiresAuthentication;
import org.crmportal.platform.Transactions;
import org.crmportal.platform.job.Job;
import org.crmportal.platform.job.Jobs;
import org.crmportal.platform.record.Records;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What can be done with a job beyond looking at it; everyone may with their own. */
@Component(service = JobResource.class, property = "osgi.jaxrs.resource=true")
@Path("/jobs/{id}")
public final class JobResource {

  private final Jobs jobs;
  private final Records records;
  private final Transactions transactions;

  @Activate
  public JobResource(
      @Reference Jobs jobs, @Reference Records records, @Reference Transactions transactions) {
    this.jobs = jobs;
    this.records = records;
    this.transactions = transactions;
  }

  /** Stops a job after its current step. */
  @POST
  @Path("/cancel")
  @RequiresAuthentication
  public Job cancel(@PathParam("id") UUID id) {
    return jobs.cancel(id);
  }

  /** The rows that failed, as a file that can be corrected and imported again. */
  @GET
  @Path("/errors.csv")
  @Produces("text/csv;charset=utf-8")
  @RequiresAuthentication
  public Response errors(@PathParam("id") UUID id) {
    var errors = new ErrorsCsv(records.get(Job.TYPE, id), new JobFailures(transactions));
    return Response.ok((StreamingOutput) errors::write)
        .header("Content-Disposition", "attachment; filename=\"errors.csv\"")
        .build();
  }
}
