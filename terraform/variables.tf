variable "name" {
  description = "What this set-up serves, such as a product. Everything that is created carries it: drawbridge-<name>."
  type        = string

  validation {
    condition     = can(regex("^[a-z]([a-z0-9]|-[a-z0-9]){1,22}$", var.name)) && length(var.name) <= 23
    error_message = "The name starts with a lower-case letter, goes on with letters, digits and single hyphens, and has 2 to 23 characters."
  }
}

variable "repository" {
  description = "The GitHub repository that holds the migrations, as owner/name. Only its jobs may ship and plan."
  type        = string

  validation {
    condition     = can(regex("^[A-Za-z0-9][A-Za-z0-9-]*/[A-Za-z0-9._-]+$", var.repository))
    error_message = "The repository is 'owner/name', without a host and without wildcards."
  }
}

variable "github" {
  description = <<-EOT
    How jobs of the repository prove who they are.
    environment, branch: what the deploying job runs in, one of the two; the environment 'production' when neither is named.
    owner_id, repository_id: GitHub's numbers of both, for repositories made, renamed or moved after July 2026, whose
    tokens carry them ('gh api repos/OWNER/NAME --jq .owner.id,.id').
    oidc_provider_arn: the account's provider for token.actions.githubusercontent.com; one is created when it is null.
  EOT
  type = object({
    environment       = optional(string)
    branch            = optional(string)
    owner_id          = optional(number)
    repository_id     = optional(number)
    oidc_provider_arn = optional(string)
  })
  default  = {}
  nullable = false

  validation {
    condition     = var.github.environment == null || var.github.branch == null
    error_message = "Name an environment or a branch: the token of a job that runs in an environment does not say its branch."
  }

  validation {
    condition = alltrue([
      for value in [var.github.environment, var.github.branch] : value == null || can(regex("^[^*?]+$", value))
    ])
    error_message = "An environment or a branch is one name, not empty and without wildcards."
  }

  validation {
    condition     = (var.github.owner_id == null) == (var.github.repository_id == null)
    error_message = "owner_id and repository_id belong together: name both or neither."
  }

  validation {
    condition = var.github.oidc_provider_arn == null || can(
      regex("^arn:[a-z-]+:iam::[0-9]{12}:oidc-provider/token\\.actions\\.githubusercontent\\.com$", var.github.oidc_provider_arn)
    )
    error_message = "oidc_provider_arn names the provider of 'token.actions.githubusercontent.com'."
  }
}

variable "package" {
  description = "The path of the function's zip: what './build.sh Package' makes, or the one of a release."
  type        = string
  default     = null

  validation {
    condition     = var.package == null || can(regex("\\.zip$", var.package))
    error_message = "The package is a zip file."
  }
}

variable "network" {
  description = <<-EOT
    An existing VPC; a new one without a way to or from the internet is created when it is null.
    subnet_ids: private subnets for the function, best in several zones.
    route_table_ids: theirs, to which the way to S3 is added (see create_s3_endpoint).
    secrets_endpoint_security_group_id: the security group of an endpoint for Secrets Manager with private DNS that is
    there already; one of the module's own is created when it is null and a secret is used.
  EOT
  type = object({
    vpc_id                             = string
    subnet_ids                         = list(string)
    route_table_ids                    = optional(list(string), [])
    secrets_endpoint_security_group_id = optional(string)
  })
  default = null

  validation {
    condition     = var.network == null || can(regex("^vpc-[0-9a-f]+$", var.network.vpc_id))
    error_message = "vpc_id looks like 'vpc-0123456789abcdef0'."
  }

  validation {
    condition = var.network == null || try(
      length(var.network.subnet_ids) > 0 && alltrue([for id in var.network.subnet_ids : can(regex("^subnet-[0-9a-f]+$", id))]), false
    )
    error_message = "subnet_ids names at least one subnet, each like 'subnet-0123456789abcdef0'."
  }
}

variable "cidr" {
  description = "The addresses of the VPC that is created, /16 to /24. Nothing to do with an existing one."
  type        = string
  default     = "10.64.0.0/22"

  validation {
    condition     = can(cidrnetmask(var.cidr)) && can(regex("/(1[6-9]|2[0-4])$", var.cidr)) && try(cidrsubnet(var.cidr, 0, 0) == var.cidr, false)
    error_message = "The CIDR block is an IPv4 range from /16 to /24 by its first address, such as '10.64.0.0/22'."
  }
}

variable "create_s3_endpoint" {
  description = "Adds the gateway endpoint for S3 to the route tables. False when the existing network has one: S3 allows one for each route table."
  type        = bool
  default     = true
  nullable    = false

  validation {
    condition     = var.create_s3_endpoint || var.network != null
    error_message = "A network that is created needs the endpoint: nothing else leads from it to S3."
  }

  validation {
    condition = !var.create_s3_endpoint || var.network == null || try(
      length(var.network.route_table_ids) > 0 && alltrue([for id in var.network.route_table_ids : can(regex("^rtb-[0-9a-f]+$", id))]), false
    )
    error_message = "network.route_table_ids names the route tables of the subnets, each like 'rtb-0123456789abcdef0': without a route to S3 the function can't work."
  }
}

variable "database" {
  description = <<-EOT
    An existing RDS instance or Aurora cluster that the VPC's subnets reach; an RDS instance is created when it is null.
    host: its own endpoint, no alias.
    engine: 'postgresql', or 'sqlserver' (a preview), which decides on port and root_database unless they are named.
    parameters: what else the database setting says, such as 'encrypt=mandatory' for SQL Server before 2022.
    security_group_id: the one that guards it, to which the way in from the function is added.
    root_database: the database that is there before any other.
    secret_arn, secret_kms_key_arn: the secret that holds its login, and the key it is encrypted with when that is not the account's own.
    resource_id: 'db-…' of an instance, 'cluster-…' of a cluster, for iam_user.
  EOT
  type = object({
    host               = string
    engine             = optional(string, "postgresql")
    parameters         = optional(string, "")
    port               = optional(number)
    security_group_id  = string
    root_database      = optional(string)
    secret_arn         = optional(string)
    secret_kms_key_arn = optional(string)
    resource_id        = optional(string)
  })
  default = null

  validation {
    condition     = var.database == null || can(regex("^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$", var.database.host))
    error_message = "The host is a name, without a scheme, a port or a path."
  }

  validation {
    condition     = var.database == null || contains(["postgresql", "sqlserver"], try(var.database.engine, ""))
    error_message = "The engine is 'postgresql' or 'sqlserver'."
  }

  validation {
    condition     = var.database == null || var.iam_user == null || try(var.database.engine != "sqlserver", true)
    error_message = "SQL Server knows no login of IAM: name secret_arn."
  }

  validation {
    condition     = var.database == null || can(regex("^([A-Za-z_]+=[A-Za-z0-9._/-]*(&[A-Za-z_]+=[A-Za-z0-9._/-]*)*)?$", var.database.parameters))
    error_message = "The parameters look like 'encrypt=mandatory&connect_timeout=5'."
  }

  validation {
    condition     = var.database == null || try(var.database.port == null, false) || try(var.database.port >= 1 && var.database.port <= 65535, false)
    error_message = "The port is a number from 1 to 65535."
  }

  validation {
    condition     = var.database == null || can(regex("^sg-[0-9a-f]+$", var.database.security_group_id))
    error_message = "security_group_id looks like 'sg-0123456789abcdef0'."
  }

  validation {
    condition = var.database == null || var.iam_user != null || can(
      regex("^arn:[a-z-]+:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:.+$", var.database.secret_arn)
    )
    error_message = "The function needs a login: secret_arn, the ARN of a secret, or iam_user with resource_id."
  }

  validation {
    condition     = var.database == null || var.iam_user == null || can(regex("^(db|cluster)-[A-Z0-9]+$", var.database.resource_id))
    error_message = "iam_user needs resource_id, the resource id of the instance ('db-…') or the cluster ('cluster-…'), which is not its name."
  }

  validation {
    condition     = var.database == null || var.network != null
    error_message = "An existing database lies in an existing network: name that too."
  }

  validation {
    condition     = var.database != null || try(length(var.network.subnet_ids) != 1, true)
    error_message = "A database that is created needs subnets in two zones: name two in network.subnet_ids, or the database that is there."
  }
}

variable "new_database" {
  description = "What the RDS instance is like that is created. Nothing to do with an existing one."
  type = object({
    engine_version = optional(string, "17")
    instance_class = optional(string, "db.t4g.micro")
    storage_gb     = optional(number, 20)
    multi_az       = optional(bool, false)
    backup_days    = optional(number, 7)
  })
  default  = {}
  nullable = false

  validation {
    condition     = can(regex("^1[3-9](\\.[0-9]+)?$", var.new_database.engine_version))
    error_message = "The engine version is a version of PostgreSQL from 13, such as '17' or '17.6'."
  }

  validation {
    condition     = startswith(var.new_database.instance_class, "db.")
    error_message = "The instance class starts with 'db.', such as 'db.t4g.micro'."
  }

  validation {
    condition     = var.new_database.storage_gb >= 20 && var.new_database.storage_gb <= 65536
    error_message = "The storage has 20 to 65536 GB."
  }

  validation {
    condition     = var.new_database.backup_days >= 1 && var.new_database.backup_days <= 35
    error_message = "Backups are kept for 1 to 35 days."
  }
}

variable "iam_user" {
  description = "The database role that the function logs in as by IAM. It must exist (CREATE ROLE migrator LOGIN; GRANT rds_iam TO migrator), so a fresh database is first reached with its secret: leave it null until then."
  type        = string
  default     = null

  validation {
    condition     = var.iam_user == null || can(regex("^[A-Za-z_][A-Za-z0-9_-]{0,62}$", var.iam_user))
    error_message = "The role has letters, digits, '_' and '-', at most 63."
  }
}

variable "trigger" {
  description = "What starts the function: 'release' (the action ships) or 'upload' (scripts that are put under migrations/ by hand)."
  type        = string
  default     = "release"
  nullable    = false

  validation {
    condition     = contains(["release", "upload"], var.trigger)
    error_message = "The trigger is 'release' or 'upload'."
  }
}

variable "uploader_arns" {
  description = "IAM roles and users that may put scripts under migrations/ besides the deploying job, for the trigger 'upload'."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for arn in var.uploader_arns : can(regex("^arn:[a-z-]+:iam::[0-9]{12}:(role|user)/[^*?]+$", arn))])
    error_message = "Each is the ARN of an IAM role or user, without wildcards."
  }

  validation {
    condition     = length(var.uploader_arns) == 0 || var.trigger == "upload"
    error_message = "Nobody uploads by hand when releases are the trigger."
  }
}

variable "promotion" {
  description = <<-EOT
    The environments before and after this one, when a commit goes through several.
    previous_bucket: the bucket of the one before, for the action's 'previous-bucket'. The deploying job may read which releases it
    holds and how they ended.
    next_deploy_role_arn: the deploying role of the one after, when that is in another account: it may read the same here.
  EOT
  type = object({
    previous_bucket      = optional(string)
    next_deploy_role_arn = optional(string)
  })
  default  = {}
  nullable = false

  validation {
    condition     = var.promotion.previous_bucket == null || can(regex("^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$", var.promotion.previous_bucket))
    error_message = "previous_bucket is the name of a bucket: no ARN, no path, no wildcards."
  }

  validation {
    condition     = var.promotion.next_deploy_role_arn == null || can(regex("^arn:[a-z-]+:iam::[0-9]{12}:role/[^*?]+$", var.promotion.next_deploy_role_arn))
    error_message = "next_deploy_role_arn is the ARN of one IAM role, without wildcards."
  }
}

variable "memory_mb" {
  description = "The function's memory, and with it its share of a processor."
  type        = number
  default     = 1024
  nullable    = false

  validation {
    condition     = var.memory_mb >= 1024 && var.memory_mb <= 10240 && floor(var.memory_mb) == var.memory_mb
    error_message = "The function has 1024 to 10240 MB: with less it starts too slowly."
  }
}

variable "reserved_concurrency" {
  description = "How many invocations may run at once; -1 for no limit of its own. Each database is one invocation, so a low number makes databases wait."
  type        = number
  default     = -1
  nullable    = false

  validation {
    condition     = var.reserved_concurrency == -1 || (var.reserved_concurrency >= 1 && floor(var.reserved_concurrency) == var.reserved_concurrency)
    error_message = "The reserved concurrency is at least 1, or -1 for none: with 0 nothing would run."
  }
}

variable "retention_days" {
  description = "How long logs, results and replaced versions of scripts are kept."
  type        = number
  default     = 365
  nullable    = false

  validation {
    condition     = contains([30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653], var.retention_days)
    error_message = "CloudWatch keeps logs for 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288 or 3653 days."
  }
}

variable "alarm_emails" {
  description = "E-mail addresses that alarms go to, through a topic that is created for them. Each has to confirm a first mail."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for address in var.alarm_emails : can(regex("^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$", address))])
    error_message = "Each is an e-mail address."
  }
}

variable "alarm_topic_arn" {
  description = "An SNS topic of yours that alarms go to, besides alarm_emails."
  type        = string
  default     = null

  validation {
    condition     = var.alarm_topic_arn == null || can(regex("^arn:[a-z-]+:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]+$", var.alarm_topic_arn))
    error_message = "alarm_topic_arn is the ARN of an SNS topic that is not FIFO."
  }
}

variable "deletion_protection" {
  description = "Guards the database and what lies in the bucket: both only go in an apply with false, and a destroy after it."
  type        = bool
  default     = true
  nullable    = false
}

variable "tags" {
  description = "Tags for everything that can carry tags."
  type        = map(string)
  default     = {}
  nullable    = false
}
